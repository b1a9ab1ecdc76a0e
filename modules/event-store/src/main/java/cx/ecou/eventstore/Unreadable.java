package cx.ecou.eventstore;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stands for a stored event that this program cannot read: its name is unknown, its revision is newer than the program, or
 * its JSON does not fit.
 *
 * @param name under which it is stored
 * @param revision with which it is stored
 * @param error the class of the error
 * @param kin the events of which it may be one; empty when it may be any
 */
public record Unreadable(String name, @Nullable String revision, String error, Set<Class<?>> kin) {}
