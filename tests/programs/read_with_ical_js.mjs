// Print the events of a calendar, read from standard input by ical.js in its strict mode, as JSON.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const { default: ICAL } = await import(pathToFileURL(process.argv[2]));
ICAL.design.strict = true;

const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
for (const zone of calendar.getAllSubcomponents("vtimezone")) {
  ICAL.TimezoneService.register(zone);
}

const events = calendar.getAllSubcomponents("vevent").map((component) => {
  const event = new ICAL.Event(component, { strictExceptions: true });
  const allDay = event.startDate.isDate;
  const show = (time) => (allDay ? time.toString() : new Date(time.toUnixTime() * 1000).toISOString());
  return {
    uid: event.uid,
    title: event.summary,
    place: event.location ?? "",
    allDay,
    start: show(event.startDate),
    end: show(event.endDate),
    status: component.getFirstPropertyValue("status"),
  };
});
process.stdout.write(JSON.stringify(events));
