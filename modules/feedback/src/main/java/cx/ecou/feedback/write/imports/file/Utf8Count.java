package cx.ecou.feedback.write.imports.file;

/** Counts the sound and the broken sequences of UTF-8 among bytes that pass in pieces. ASCII counts as neither. */
final class Utf8Count {

    private long sound;
    private long broken;
    private int expected;
    private boolean checksFirst;
    private int lead;

    void add(byte next) {
        int value = next & 0xFF;
        if (expected == 0) {
            begin(value);
        } else if (isContinuation(value)) {
            expected--;
            sound += expected == 0 ? 1 : 0;
        } else {
            broken++;
            expected = 0;
            begin(value);
        }
    }

    long sound() {
        return sound;
    }

    long broken() {
        return broken;
    }

    private void begin(int value) {
        if (value < 0x80) {
            return;
        }
        lead = value;
        checksFirst = true;
        if (value >= 0xC2 && value <= 0xDF) {
            expected = 1;
        } else if (value >= 0xE0 && value <= 0xEF) {
            expected = 2;
        } else if (value >= 0xF0 && value <= 0xF4) {
            expected = 3;
        } else {
            broken++;
        }
    }

    /** The second byte tells over-long forms, surrogates and what lies above U+10FFFF. */
    private boolean isContinuation(int value) {
        int low = 0x80;
        int high = 0xBF;
        if (checksFirst) {
            low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : low;
            high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : high;
        }
        checksFirst = false;
        return value >= low && value <= high;
    }
}
