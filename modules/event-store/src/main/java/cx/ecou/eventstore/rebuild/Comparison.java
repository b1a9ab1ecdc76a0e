package cx.ecou.eventstore.rebuild;

/**
 * The live read model and its copy, compared at the same position before they were switched. After a projection was mended
 * they differ by right.
 *
 * @param liveRows how many rows the live tables had
 * @param rebuiltRows how many the copy has
 * @param liveHash SHA-256 of all live rows in the order of their keys, hexadecimal
 * @param rebuiltHash the same of the copy
 * @param added keys that only the copy has
 * @param removed keys that only the live tables had
 * @param changed keys that both have, with other values
 */
public record Comparison(
        long liveRows, long rebuiltRows, String liveHash, String rebuiltHash, long added, long removed, long changed) {

    public boolean identical() {
        return liveHash.equals(rebuiltHash);
    }
}
