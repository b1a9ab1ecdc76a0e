package cx.ecou.actionplan.write.customercase;

/** What we write about a case: not blank, and short enough to be read by the next one. */
public final class Words {

    /** How long a note, a reason or a text may be, in UTF-16 units. */
    public static final int LONGEST = 4_000;

    private Words() {}

    static void check(String words) {
        if (words.isBlank() || words.length() > LONGEST) {
            throw new IllegalArgumentException("words on a case are neither blank nor longer than " + LONGEST);
        }
    }
}
