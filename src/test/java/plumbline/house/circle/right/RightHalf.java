package plumbline.house.circle.right;

import plumbline.house.circle.left.LeftHalf;

/** The other half of a circle that ArchitectureTest must find. */
public record RightHalf(LeftHalf other) {}
