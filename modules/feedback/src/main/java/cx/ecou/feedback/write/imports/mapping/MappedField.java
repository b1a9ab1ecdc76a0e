package cx.ecou.feedback.write.imports.mapping;

import java.util.Arrays;
import java.util.Optional;

/** A field of feedback that a column can become. Scores and attributes are mapped apart. */
public enum MappedField {
    SOURCE("source", " "),
    EXTERNAL_ID("externalId", "/"),
    KIND("kind", " "),
    OCCURRED_AT("occurredAt", " "),
    LANGUAGE("language", " "),
    CUSTOMER_REF("customer.ref", "/"),
    CUSTOMER_NAME("customer.name", " "),
    CUSTOMER_EMAIL("customer.email", " "),
    TOUCHPOINT("touchpoint", " "),
    CHANNEL("channel", " "),
    PRODUCT("product", " "),
    REGION("region", " "),
    SEGMENT("segment", " "),
    COMMENT("comment", "\n");

    private final String path;
    private final String separator;

    MappedField(String path, String separator) {
        this.path = path;
        this.separator = separator;
    }

    /** As in a mapping and in the problems of a row: {@code customer.email}. */
    public String path() {
        return path;
    }

    /** What stands between the cells of several columns that together are this field. */
    String separator() {
        return separator;
    }

    /** Whether the cells are a key, in which an empty one counts as a place of its own. */
    boolean isKey() {
        return this == EXTERNAL_ID || this == CUSTOMER_REF;
    }

    public static Optional<MappedField> withPath(String path) {
        return Arrays.stream(values()).filter(field -> field.path.equals(path)).findFirst();
    }
}
