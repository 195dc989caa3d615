package plumbline.house.circle.left;

import plumbline.house.circle.right.RightHalf;

/** Half of a circle that ArchitectureTest must find. */
public record LeftHalf(RightHalf other) {}
