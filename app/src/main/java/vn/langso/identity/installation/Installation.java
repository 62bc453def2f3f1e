package vn.langso.identity.installation;

/**
 * What an installation calls itself, set by its administrator.
 *
 * @param name under the product's name where nobody is signed in: "Xã Tống Sơn"; empty until set
 * @param helpPhone number that helps people to sign in; empty until set
 */
public record Installation(String name, String helpPhone) {}
