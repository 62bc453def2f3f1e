package vn.langso.iot.intake;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the intake.
 *
 * @param batch most messages of one transaction
 * @param gather a batch waits this long to grow while messages come
 * @param inFlight messages that the broker hands over before one is acknowledged
 * @param silentAfter a device is silent after so many times its reporting time
 */
@ConfigurationProperties("langso.iot.intake")
record IntakeSettings(
        @DefaultValue("500") int batch,
        @DefaultValue("20ms") Duration gather,
        @DefaultValue("2000") int inFlight,
        @DefaultValue("3") int silentAfter) {}
