package vn.langso.notify.push;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Which push services may be called, and under which address; the sandbox is one where there is a sandbox. */
@Component
class PushGate {

    private final PushSettings settings;
    private final ObjectProvider<SandboxPush> sandbox;

    PushGate(PushSettings settings, ObjectProvider<SandboxPush> sandbox) {
        this.settings = settings;
        this.sandbox = sandbox;
    }

    Optional<URI> allowed(String endpoint) {
        SandboxPush own = sandbox.getIfAvailable();
        return own != null && own.isOwn(endpoint)
                ? Optional.of(URI.create(endpoint))
                : PushAddress.allowed(endpoint, settings.hosts());
    }

    /** The address to call. IOException when the name leads nowhere, or to a machine that is not on the public network. */
    URI callable(URI endpoint) throws IOException {
        SandboxPush own = sandbox.getIfAvailable();
        if (own != null && own.isOwn(endpoint.toString())) {
            return own.address(endpoint);
        }
        for (InetAddress address : InetAddress.getAllByName(endpoint.getHost())) {
            if (!PushAddress.isPublic(address)) {
                throw new IOException("not on the public network");
            }
        }
        return endpoint;
    }
}
