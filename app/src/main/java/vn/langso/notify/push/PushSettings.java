package vn.langso.notify.push;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of web push.
 *
 * @param contact address by which a push service reaches who runs the program; mailto: or https:
 * @param hosts push services that messages may be sent to; a name that begins with a dot stands for all below it
 * @param patience how long a push service may take to answer
 */
@ConfigurationProperties("langso.notify.push")
record PushSettings(
        @DefaultValue("mailto:webpush@langso.invalid") String contact,

        @DefaultValue({
            "fcm.googleapis.com",
            "updates.push.services.mozilla.com",
            ".push.apple.com",
            ".notify.windows.com"
        })
        List<String> hosts,

        @DefaultValue("10s") Duration patience) {}
