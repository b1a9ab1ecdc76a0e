package cx.ecou.customer.write.description;

import cx.ecou.webshell.problems.FieldProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One item of a delivery: the description of a customer, or of a company.
 *
 * @param description null when it could not even be read
 * @param unreadable why not; empty when it could
 */
public record Delivered<T>(@Nullable T description, List<FieldProblem> unreadable) {

    public static <T> Delivered<T> of(T description) {
        return new Delivered<>(description, List.of());
    }
}
