package vn.langso.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.springframework.modulith.core.ApplicationModules;

import vn.langso.LangSo;

/** The program as the architecture tests see it: its classes, its modules, its source files. Read once. */
final class Code {

    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("vn.langso");

    static final ApplicationModules MODULES = ApplicationModules.of(LangSo.class);

    static final Path RESOURCES = Path.of("src/main/resources");

    private Code() {}

    /** All files below a folder of the module {@code app} whose name ends so, sorted. */
    static List<Path> files(String folder, String ending) {
        try (var paths = Files.walk(Path.of(folder))) {
            return paths.filter(path -> path.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
