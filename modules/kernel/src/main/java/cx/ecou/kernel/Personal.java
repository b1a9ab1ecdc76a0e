package cx.ecou.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a component of an event that says something about a person: it never appears in a log, an id, a URL or a
 * metric, is left out of {@link Redacted#describe}, and can be erased together with its {@link DataSubject}. Use boxed
 * types: once erased it reads as {@code null}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
public @interface Personal {}
