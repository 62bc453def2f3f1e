package vn.langso.iot.adapters;

import java.util.List;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import vn.langso.iot.accounts.Account;

/** Speaks for one family of devices. Thread safe. */
public sealed interface Adapter permits TasmotaAdapter, ShellyAdapter {

    /** What the device said, in our words; empty for what means nothing to us. Throws JacksonException for broken JSON. */
    List<Said> hear(Account account, String topic, byte[] payload) throws JacksonException;

    /** A command in the device's words; empty when the device cannot do it. */
    List<Order> tell(Account account, JsonNode command);
}
