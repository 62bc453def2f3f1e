package vn.langso.households.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

import vn.langso.LangSo;
import vn.langso.kernel.Role;
import vn.langso.shell.Caller;
import vn.langso.shell.CallerSamples;

/** The program in a process of its own, to be killed while it works on one import: DATABASE DATA STEP IMPORT PLACES... */
public final class ImportVictim {

    private ImportVictim() {}

    public static void main(String[] args) throws IOException {
        ConfigurableApplicationContext context = new SpringApplicationBuilder(LangSo.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .run(
                        "--langso.database.url=" + args[0],
                        "--langso.data=" + args[1],
                        "--langso.register-key=" + keyIn(Path.of(args[1])),
                        "--langso.schedules=false",
                        "--spring.main.lazy-initialization=true");
        ImportWork work = context.getBean(ImportWork.class);
        UUID id = UUID.fromString(args[3]);
        UUID[] places =
                Arrays.stream(args, 4, args.length).map(UUID::fromString).toArray(UUID[]::new);
        Caller clerk = CallerSamples.of(Role.COMMUNE_CLERK, places);
        ImportState step = ImportState.valueOf(args[2]);
        ImportStore store = context.getBean(ImportStore.class);
        context.getBean(TransactionTemplate.class)
                .executeWithoutResult(status -> store.move(id, step, step.afterCut()));
        switch (step) {
            case READING -> work.read(clerk, id);
            case COMMITTING -> work.commit(clerk, id);
            default -> work.undo(clerk, id);
        }
    }

    /** The folder belongs to the program that started this one; a second copy is given the key, as one beside it would be. */
    private static String keyIn(Path data) throws IOException {
        return Files.readString(data.resolve("keys/register-key"));
    }
}
