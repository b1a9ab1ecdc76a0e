package cx.ecou.webshell.openapi;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;

/**
 * What one module says about its part of the API.
 *
 * @param name of its file; the parts are joined in the order of {@code x-order}
 * @param content as read
 */
record DescriptionPart(String name, Map<String, Object> content) {

    private static final String FILES = "classpath*:openapi/*.yaml";
    private static final String ORDER = "x-order";

    static List<DescriptionPart> readAll(ResourcePatternResolver resources) {
        try {
            return Stream.of(resources.getResources(FILES))
                    .map(DescriptionPart::read)
                    .sorted(Comparator.comparingInt(DescriptionPart::order))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DescriptionPart read(Resource file) {
        String name = Objects.requireNonNull(file.getFilename());
        try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            return parse(name, reader);
        } catch (IOException e) {
            throw new UncheckedIOException("the description " + name + " cannot be read", e);
        }
    }

    static DescriptionPart parse(String name, Reader content) {
        return new DescriptionPart(name, yaml().load(content));
    }

    /** YAML with the types of JSON: instants and days stay texts. */
    private static Yaml yaml() {
        var loading = new LoaderOptions();
        var dumping = new DumperOptions();
        return new Yaml(
                new SafeConstructor(loading), new Representer(dumping), dumping, loading, new JsonTypesResolver());
    }

    /** @throws IllegalStateException when two parts describe the same thing */
    static Map<String, Object> join(List<DescriptionPart> parts) {
        Map<String, Object> document = new LinkedHashMap<>();
        for (DescriptionPart part : parts) {
            merge(document, part.content(), part.name());
        }
        document.remove(ORDER);
        return document;
    }

    @SuppressWarnings("unchecked")
    private static void merge(Map<String, Object> into, Map<String, Object> from, String part) {
        from.forEach((key, value) -> {
            Object present = into.get(key);
            if (present == null || key.equals(ORDER)) {
                into.put(key, copy(value));
            } else if (present instanceof Map<?, ?> map && value instanceof Map<?, ?> more) {
                merge((Map<String, Object>) map, (Map<String, Object>) more, part);
            } else if (present instanceof List<?> list && value instanceof List<?> more) {
                ((List<Object>) list).addAll(more);
            } else {
                throw new IllegalStateException(part + " describes " + key + " a second time");
            }
        });
    }

    private static Object copy(Object value) {
        if (value instanceof Map<?, ?> map) {
            return new LinkedHashMap<>(map);
        }
        return value instanceof List<?> list ? new ArrayList<>(list) : value;
    }

    private int order() {
        return content.get(ORDER) instanceof Integer order ? order : Integer.MAX_VALUE;
    }
}
