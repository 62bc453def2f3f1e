package vn.langso.lighting.alarms;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who hears of an alarm when.
 *
 * @param policeAtOnce whether the commune police hear at once of what somebody may have done on purpose
 * @param nextCadreAfter when nobody answered for so long, the cell secretary and the electrician are told
 * @param policeAfter when nobody answered for so long, the police and the leaders of the commune are told
 */
@ConfigurationProperties("langso.lighting.alarms")
record AlarmSettings(
        @DefaultValue("true") boolean policeAtOnce,
        @DefaultValue("5m") Duration nextCadreAfter,
        @DefaultValue("30m") Duration policeAfter) {}
