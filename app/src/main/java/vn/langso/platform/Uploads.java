package vn.langso.platform;

import jakarta.servlet.MultipartConfigElement;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where a request's uploads lie while it is answered: in the data folder, not where other users of the machine keep theirs. */
@Configuration(proxyBeanMethods = false)
class Uploads {

    @Bean
    MultipartConfigElement multipartConfigElement(MultipartProperties limits, DataFolder folder) {
        limits.setLocation(folder.aside().toString());
        return limits.createMultipartConfig();
    }
}
