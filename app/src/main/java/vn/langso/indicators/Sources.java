package vn.langso.indicators;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All modules that publish figures, and which figure is whose. */
@Component
class Sources {

    private final Map<String, IndicatorDefinition> definitions = new LinkedHashMap<>();
    private final Map<String, IndicatorSource> byCode = new HashMap<>();
    private final List<IndicatorSource> sources;

    Sources(ObjectProvider<IndicatorSource> sources) {
        this.sources = sources.orderedStream().toList();
        for (IndicatorSource source : this.sources) {
            for (IndicatorDefinition definition : source.definitions()) {
                if (definitions.put(definition.code(), definition) != null) {
                    throw new IllegalStateException("Two sources publish the indicator " + definition.code());
                }
                byCode.put(definition.code(), source);
            }
        }
    }

    List<IndicatorDefinition> definitions() {
        return List.copyOf(definitions.values());
    }

    int size() {
        return definitions.size();
    }

    Optional<IndicatorDefinition> definition(String code) {
        return Optional.ofNullable(definitions.get(code));
    }

    /** The module that publishes the code, which must be known. */
    IndicatorSource publisher(String code) {
        IndicatorSource source = byCode.get(code);
        if (source == null) {
            throw new IllegalArgumentException("No indicator " + code);
        }
        return source;
    }

    /** The parts of all figures. Each source is asked once. */
    List<IndicatorPart> parts(LocalDate on, Set<UUID> places) {
        List<IndicatorPart> parts = new ArrayList<>();
        sources.forEach(source -> parts.addAll(source.parts(on, places)));
        return parts;
    }

    /** The parts of one figure. */
    List<IndicatorPart> parts(String code, LocalDate on, Set<UUID> places) {
        return publisher(code).parts(on, places).stream()
                .filter(part -> part.code().equals(code))
                .toList();
    }

    static Map<String, IndicatorSum> sums(List<IndicatorPart> parts) {
        Map<String, IndicatorSum> sums = new HashMap<>();
        parts.forEach(part -> sums.merge(part.code(), IndicatorSum.of(part), IndicatorSum::plus));
        return sums;
    }
}
