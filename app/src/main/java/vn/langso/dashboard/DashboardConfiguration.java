package vn.langso.dashboard;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.langso.shell.NavEntry;

/** The first entry of everybody's navigation. */
@Configuration(proxyBeanMethods = false)
class DashboardConfiguration {

    @Bean
    NavEntry homeEntry() {
        return new NavEntry(HomeController.NAV, "house", "/", 0, null);
    }
}
