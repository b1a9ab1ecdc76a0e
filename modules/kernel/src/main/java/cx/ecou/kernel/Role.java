package cx.ecou.kernel;

/** What somebody who works in Ecou may do. */
public enum Role {
    /** Everything, and alone: accounts, keys, operation. */
    ADMIN,
    /** Everything of customer experience; cases escalate to this role. */
    CX_MANAGER,
    /** Reads feedback and figures, works on cases. */
    CX_AGENT,
    /** Reads; changes nothing. */
    EXECUTIVE
}
