package cx.ecou.platform.access.key;

/** What a key must be that the operator brings along: nobody can guess it, and it fits into a header. */
public final class GivenKeyRules {

    public static final int SHORTEST = 32;
    public static final int LONGEST = 512;
    /** A random key of 32 hexadecimal digits has 14 different ones on average, and fewer than 10 once in 10,000. */
    public static final int DIFFERENT = 10;

    private GivenKeyRules() {}

    public static boolean longEnough(String key) {
        return key.length() >= SHORTEST && key.length() <= LONGEST;
    }

    public static boolean variedEnough(String key) {
        return key.chars().distinct().count() >= DIFFERENT;
    }

    /** Visible ASCII without spaces. */
    public static boolean fitsIntoAHeader(String key) {
        return key.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }
}
