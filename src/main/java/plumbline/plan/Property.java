package plumbline.plan;

/** 属性: a promise that must be kept, or an expectation; tallied apart. */
public enum Property {
    BINDING,
    EXPECTED
}
