package cx.ecou.webshell.nextstep;

import java.util.List;
import java.util.UUID;

/** A module that knows what waits to be done about a thing: a bean, found by whoever shows the thing. */
public interface NextSteps {

    /** The kind of thing that it knows about, a word of the glossary: {@code customer}. */
    String about();

    /** What is to be done about one of them now; it is asked whenever the page is opened, so it must be cheap. */
    List<NextStep> of(UUID id);
}
