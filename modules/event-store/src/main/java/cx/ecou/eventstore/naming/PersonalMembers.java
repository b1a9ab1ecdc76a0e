package cx.ecou.eventstore.naming;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import cx.ecou.kernel.Personal;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedField;
import tools.jackson.databind.introspect.AnnotatedMethod;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.module.SimpleModule;

/**
 * Personal maps and lists without an element are not written, and read as empty when they are missing: so an event of whose
 * person nothing is said holds nothing personal, and one whose person was erased can still be made. Those that may be {@code null}
 * are left as they are.
 */
final class PersonalMembers extends NopAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    static final class Module extends SimpleModule {

        private static final long serialVersionUID = 1L;

        Module() {
            super("personal members");
        }

        @Override
        public void setupModule(SetupContext context) {
            super.setupModule(context);
            context.appendAnnotationIntrospector(new PersonalMembers());
        }
    }

    @Override
    public JsonInclude.Value findPropertyInclusion(MapperConfig<?> config, Annotated member) {
        return isPersonalContainer(member)
                ? JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.USE_DEFAULTS)
                : JsonInclude.Value.empty();
    }

    @Override
    public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated member) {
        return isPersonalContainer(member) ? JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY) : JsonSetter.Value.empty();
    }

    private static boolean isPersonalContainer(Annotated member) {
        return member.hasAnnotation(Personal.class)
                && !mayBeMissing(member)
                && (Map.class.isAssignableFrom(member.getRawType())
                        || Collection.class.isAssignableFrom(member.getRawType()));
    }

    private static boolean mayBeMissing(Annotated member) {
        return member instanceof AnnotatedField field
                        && isNullable(field.getAnnotated().getAnnotatedType())
                || member instanceof AnnotatedMethod accessor
                        && isNullable(accessor.getAnnotated().getAnnotatedReturnType())
                || member instanceof AnnotatedParameter parameter
                        && parameter.getOwner().getAnnotated() instanceof Executable constructor
                        && isNullable(constructor.getAnnotatedParameterTypes()[parameter.getIndex()]);
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }
}
