package vn.langso.sim;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * {@code Sim run FOLDER} plays the cabinets of {@code FOLDER/fleet.json} until its input ends, as it does when whoever started it is gone.
 * {@code Sim ask DATA HERE WORDS... [--data DIR]} tells that of a running demo what shall happen.
 */
public final class Sim {

    private Sim() {}

    public static void main(String[] args) throws Exception {
        List<String> words = Arrays.asList(args);
        String command = words.size() > 1 ? words.getFirst() : "";
        switch (command) {
            case "run" -> run(Path.of(words.get(1)));
            case "pump" -> pump(words.subList(1, words.size()));
            case "ask" -> System.exit(ask(words.subList(1, words.size())));
            default -> {
                System.err.println("run FOLDER | ask DATA HERE WORDS... [--data DIR]");
                System.exit(2);
            }
        }
    }

    private static int ask(List<String> arguments) throws IOException, InterruptedException {
        Path data = Path.of(arguments.getFirst());
        Path here = Path.of(arguments.get(1));
        List<String> words = new ArrayList<>(arguments.subList(2, arguments.size()));
        int option = words.indexOf("--data");
        if (option >= 0 && option + 1 < words.size()) {
            data = here.resolve(words.get(option + 1));
            words.subList(option, option + 2).clear();
        }
        if (words.isEmpty() || words.getFirst().equals("help")) {
            System.out.println(Scenes.KNOWN);
            return 0;
        }
        return Control.ask(data.resolve("sim"), words);
    }

    /** {@code pump FLEET.JSON SECONDS WINDOW}: says `ready`, waits for a line, says what was acknowledged. */
    private static void pump(List<String> arguments) throws IOException, InterruptedException {
        Pump pump = new Pump(FleetFile.read(Path.of(arguments.getFirst())), Integer.parseInt(arguments.get(2)));
        pump.connect();
        System.out.println("ready");
        if (System.in.read() >= 0) {
            System.out.println(pump.run(Duration.ofSeconds(Integer.parseInt(arguments.get(1)))));
        }
        System.exit(0);
    }

    private static void run(Path folder) throws IOException {
        try (Player player = new Player(folder.resolve("fleet.json"), folder.resolve("state"))) {
            var control = Control.serve(folder, player::play);
            System.out.println(player.cabinets() + " cabinets");
            while (System.in.read() >= 0) {
                // Whatever is typed means nothing; the end of input is the end.
            }
            control.stop(0);
        }
        System.exit(0);
    }
}
