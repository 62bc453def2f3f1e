package vn.langso.households.keys;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Checks at start that the register key belongs to the database, and clears what only served for a day. */
@Component
class RegisterKeyCheck implements ApplicationRunner {

    private static final String KEEP_PROOF =
            "insert into households.key_check (id, proof) values (1, :proof) on conflict do nothing";

    private static final String PROOF = "select proof from households.key_check where id = 1";

    private final RegisterKeys keys;
    private final JdbcClient jdbc;

    RegisterKeyCheck(RegisterKeys keys, JdbcClient jdbc) {
        this.keys = keys;
        this.jdbc = jdbc;
    }

    /** With a foreign key numbers could neither be read nor found, and new ones would be lost to the old key: better not to start. */
    @Override
    public void run(ApplicationArguments arguments) {
        jdbc.sql(KEEP_PROOF).param("proof", keys.proof()).update();
        byte[] proof = jdbc.sql(PROOF).query((row, index) -> row.getBytes(1)).single();
        if (!keys.proves(proof)) {
            throw new IllegalStateException(
                    "The register key is not the one that this database was written with."
                            + " Give the right one in LANGSO_REGISTER_KEY or in the file keys/register-key of the data folder.");
        }
    }
}
