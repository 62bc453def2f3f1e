package vn.langso.platform;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.langso.kernel.MasterKey;

/** The key under which personal data lie sealed: the one given, else the one of the data folder, made at first use. */
@Configuration(proxyBeanMethods = false)
class MasterKeyFile {

    static final String NAME = "register-key";

    @Bean
    MasterKey masterKey(@Value("${langso.register-key:}") String given, ObjectProvider<DataFolder> folder) {
        return MasterKey.ofHex(given.isBlank() ? folder.getObject().secret(NAME) : given);
    }
}
