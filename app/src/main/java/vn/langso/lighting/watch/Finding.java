package vn.langso.lighting.watch;

import java.util.List;

import vn.langso.lighting.alarms.AlarmKind;
import vn.langso.lighting.alarms.AlarmSubject;
import vn.langso.lighting.alarms.Reason;

/** Something that is wrong now, with the lamps it darkens and why it is held to be so. */
record Finding(AlarmKind kind, AlarmSubject subject, List<String> roads, List<String> lamps, List<Reason> reasons) {}
