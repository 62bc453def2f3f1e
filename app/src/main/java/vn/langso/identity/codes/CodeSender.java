package vn.langso.identity.codes;

import vn.langso.identity.secrets.Phone;

/** Port to whoever brings a short message to a phone (SMS, Zalo). Without a bean of it nobody can sign in by code. */
public interface CodeSender {

    /** Hands the message over; returns when the provider has it. Called off the request's thread; may throw, which is logged. */
    void send(Phone phone, String text);
}
