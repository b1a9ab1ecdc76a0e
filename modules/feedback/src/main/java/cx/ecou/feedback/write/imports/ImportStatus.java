package cx.ecou.feedback.write.imports;

/** Where an import stands. */
public enum ImportStatus {
    /** The file is being stored. */
    UPLOADING,
    /** The file is here; what its columns mean is not confirmed. */
    UPLOADED,
    /** Every row is being looked at; nothing is recorded. */
    CHECKING,
    /** It is known what would be recorded. */
    CHECKED,
    /** Rows are being recorded. */
    RUNNING,
    /** Somebody halted it; it can go on. */
    PAUSED,
    /** All rows have been read, the file is deleted. */
    DONE,
    /** It could not go on, and says why; it can be tried again. */
    STOPPED,
    /** Nobody went on with it, so its file was deleted. What was recorded stays. */
    ABANDONED;

    /** Whether the scheduler has work with it. */
    public boolean isActive() {
        return this == CHECKING || this == RUNNING;
    }

    /** Whether its file is still here. */
    public boolean isOpen() {
        return this != DONE && this != ABANDONED;
    }
}
