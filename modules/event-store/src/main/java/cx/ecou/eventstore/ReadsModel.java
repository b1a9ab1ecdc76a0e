package cx.ecou.eventstore;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a handler of the API that reads: the processing group whose read model answers. The request may then say
 * {@code Ecou-After: <position>} and gets an answer that contains what was written there, within two seconds, or 504
 * {@code not-yet-visible}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface ReadsModel {

    /**
     * The processing group, for instance {@code feedback.inbox}. Where a reaction stands between the write and the read
     * model, both in the order in which the data walks: {@code {"action-plan.open-cases", "action-plan.cases"}}.
     */
    String[] value();
}
