package plumbline.plan;

/** Why there is no figure: 未报, 未开展, 不适用, 脱敏, 无法预期, 尚未到期. */
public enum MissingReason {
    NOT_REPORTED,
    NOT_CARRIED_OUT,
    NOT_APPLICABLE,
    REDACTED,
    UNPREDICTABLE,
    NOT_YET_DUE
}
