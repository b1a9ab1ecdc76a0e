package cx.ecou.insight.read.scorecount;

import cx.ecou.kernel.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What answers are counted by: everything together, one member of one dimension, or one combination of all. */
sealed interface Scope {

    String TOTAL = "total";
    String COMBINATION = "combination";

    /** {@link #TOTAL}, the key of a dimension, or {@link #COMBINATION}. */
    String countedBy();

    /** Null where this scope does not look at the dimension. */
    @Nullable
    String member(Dimension dimension);

    /** Every scope in which an answer counts. */
    static List<Scope> of(Circumstances circumstances) {
        List<Scope> scopes = new ArrayList<>();
        scopes.add(new Total());
        for (Dimension dimension : Dimension.values()) {
            scopes.add(new Member(dimension, circumstances.in(dimension)));
        }
        scopes.add(new Combination(circumstances));
        return scopes;
    }

    /** The same for the same scope on every node. */
    default UUID key() {
        Stream<String> members = Stream.of(Dimension.values())
                .map(this::member)
                .map(member -> member == null ? "does not look" : "looks at " + member);
        return Ids.derived(
                "scope", Stream.concat(Stream.of(countedBy()), members).toArray(String[]::new));
    }

    record Total() implements Scope {

        @Override
        public String countedBy() {
            return TOTAL;
        }

        @Override
        public @Nullable String member(Dimension dimension) {
            return null;
        }
    }

    record Member(Dimension of, String name) implements Scope {

        @Override
        public String countedBy() {
            return of.key();
        }

        @Override
        public @Nullable String member(Dimension dimension) {
            return dimension == of ? name : null;
        }
    }

    record Combination(Circumstances circumstances) implements Scope {

        @Override
        public String countedBy() {
            return COMBINATION;
        }

        @Override
        public String member(Dimension dimension) {
            return circumstances.in(dimension);
        }
    }
}
