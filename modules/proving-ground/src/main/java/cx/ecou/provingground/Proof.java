package cx.ecou.provingground;

/** An attempt to break a promise of the platform. */
@FunctionalInterface
interface Proof {

    /**
     * Does its worst, and looks at what is left.
     *
     * @throws Exception when the attempt itself could not be made; that proves nothing
     */
    Finding attempt(Ground ground) throws Exception;
}
