package cx.ecou.kernel;

import java.util.List;

/**
 * A rule of the business was broken by a request: the only exception for this. Its code is stable: it becomes the
 * problem type of an API answer ({@code 409 …/case.not-assigned}) and the key of a translated text
 * ({@code rule.case.not-assigned}).
 */
public final class DomainRuleViolation extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<Object> values;

    /**
     * @param code stable name of the rule: {@code concept.what-is-wrong}
     * @param values what the text names, in its order; never anything personal
     */
    public DomainRuleViolation(String code, Object... values) {
        super(code + " " + List.of(values));
        this.code = code;
        this.values = List.of(values);
    }

    public String code() {
        return code;
    }

    public List<Object> values() {
        return values == null ? List.of() : values;
    }
}
