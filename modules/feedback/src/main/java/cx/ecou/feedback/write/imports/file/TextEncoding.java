package cx.ecou.feedback.write.imports.file;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;

/** An encoding in which feedback files of Poland, Czechia and Romania are written. */
public enum TextEncoding {
    UTF_8("UTF-8", new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}),
    UTF_16LE("UTF-16LE", new byte[] {(byte) 0xFF, (byte) 0xFE}),
    UTF_16BE("UTF-16BE", new byte[] {(byte) 0xFE, (byte) 0xFF}),
    WINDOWS_1250("windows-1250", new byte[0]),
    ISO_8859_2("ISO-8859-2", new byte[0]);

    private final String label;
    private final byte[] mark;

    TextEncoding(String label, byte[] mark) {
        this.label = label;
        this.mark = mark;
    }

    /** Its usual name, by which a mapping states it: {@code windows-1250}. */
    public String label() {
        return label;
    }

    public Charset charset() {
        return Charset.forName(label);
    }

    public static Optional<TextEncoding> labelled(String label) {
        return Arrays.stream(values())
                .filter(encoding -> encoding.label.equalsIgnoreCase(label))
                .findFirst();
    }

    /** The encoding whose byte order mark stands at the beginning. */
    static Optional<TextEncoding> markedIn(byte[] head) {
        return Arrays.stream(values())
                .filter(encoding -> encoding.mark.length > 0 && encoding.isMarkedIn(head))
                .findFirst();
    }

    private boolean isMarkedIn(byte[] head) {
        return head.length >= mark.length && Arrays.equals(head, 0, mark.length, mark, 0, mark.length);
    }
}
