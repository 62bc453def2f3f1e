package vn.langso.indicators;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.langso.shell.NavEntry;

@Configuration(proxyBeanMethods = false)
class IndicatorsConfiguration {

    @Bean
    NavEntry indicatorsEntry() {
        return new NavEntry(IndicatorsController.NAV, "chart-bar", "/indicators", 50, Indicators.READ);
    }
}
