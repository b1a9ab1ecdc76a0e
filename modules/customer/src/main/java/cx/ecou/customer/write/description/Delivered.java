package cx.ecou.customer.write.description;

import cx.ecou.webshell.problems.FieldProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One item of a delivery.
 *
 * @param description null when it could not even be read
 * @param unreadable why not; empty when it could
 */
public record Delivered(@Nullable NewDescription description, List<FieldProblem> unreadable) {

    public static Delivered of(NewDescription description) {
        return new Delivered(description, List.of());
    }
}
