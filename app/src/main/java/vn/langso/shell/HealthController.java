package vn.langso.shell;

import java.util.Map;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells load balancers and the launcher that the program is ready; the port opens only after the migrations. */
@RestController
class HealthController {

    @OpenToAll
    @GetMapping("/health")
    Map<String, String> health() {
        return Map.of("status", "UP");
    }
}
