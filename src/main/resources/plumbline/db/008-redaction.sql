-- Values that leave the house as XX: of which line, and where on it.
-- H2 commits each of these statements by itself: "if not exists" lets a run that was cut short be taken up.

-- place: empty for the whole line, the code of a period, or the role of a target with the day of a yearly one
create table if not exists redaction (
  plan varchar(36) not null,
  line varchar(36) not null,
  place varchar(40) not null,
  primary key (plan, line, place)
);
