package cx.ecou.webshell.nextstep;

import cx.ecou.kernel.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A module that knows what waits to be done about a thing: a bean, found by whoever shows the thing. */
public interface NextSteps {

    /** The kind of thing that it knows about, a word of the glossary: {@code customer}. */
    String about();

    /** Who may open the places where it is done: to others it is not shown. */
    default Set<Role> doneBy() {
        return EnumSet.allOf(Role.class);
    }

    /** What is to be done about one of them now; it is asked whenever the page is opened, so it must be cheap. */
    List<NextStep> of(UUID id);
}
