package vn.langso;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The program: every module of the commune's working system in one process. */
@SpringBootApplication
@Modulithic(
        systemName = "Làng Số",
        sharedModules = {"platform", "kernel"})
public class LangSo {

    public static void main(String[] args) {
        SpringApplication.run(LangSo.class, args);
    }
}
