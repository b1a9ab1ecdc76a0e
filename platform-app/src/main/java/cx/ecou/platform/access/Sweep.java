package cx.ecou.platform.access;

/** Removes rows that mean nothing any more. */
@FunctionalInterface
public interface Sweep {

    void sweep();
}
