-- Charts kept with a plan: what they show and how, never the numbers.
-- H2 commits each of these statements by itself: "if not exists" lets a run that was cut short be taken up.

-- periods: the codes of those that are shown, with blanks between; empty for all. Chosen indicators are links.
create table if not exists saved_chart (
  plan varchar(36) not null,
  id varchar(36) not null,
  position int not null,
  kind varchar(20) not null,
  title varchar(1000) not null,
  periods varchar not null,
  labels varchar(20) not null,
  size varchar(20) not null,
  colours varchar(20) not null,
  primary key (plan, id)
);
