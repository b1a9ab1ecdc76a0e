package cx.ecou.webshell.openapi;

import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/** Takes unquoted words of YAML for what JSON knows: {@code no} is the Norwegian language, not a lie. */
final class JsonTypesResolver extends Resolver {

    @Override
    protected void addImplicitResolvers() {
        addImplicitResolver(Tag.BOOL, Pattern.compile("true|false"), "tf");
        addImplicitResolver(Tag.INT, INT, "-0123456789");
        addImplicitResolver(Tag.FLOAT, FLOAT, "-0123456789");
        addImplicitResolver(Tag.NULL, Pattern.compile("null"), "n");
        addImplicitResolver(Tag.MERGE, MERGE, "<");
    }
}
