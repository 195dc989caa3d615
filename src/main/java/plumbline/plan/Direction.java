package plumbline.plan;

/** Which way is better. */
public enum Direction { HIGHER, LOWER }
