-- Names that others use for the indicators, and the imports: what each brought and what stood there before.
-- "before" and "after" own milestones and observations as an indicator does.

create table if not exists alias (
  plan varchar(36) not null,
  name varchar(1000) not null,
  position int not null,
  indicator varchar(36) not null,
  primary key (plan, name)
);

create table if not exists intake (
  plan varchar(36) not null,
  id varchar(36) not null,
  position int not null,
  made timestamp(9) not null,
  taken_back boolean not null,
  primary key (plan, id)
);

create table if not exists intake_file (
  plan varchar(36) not null,
  intake varchar(36) not null,
  position int not null,
  name varchar(1000) not null,
  sha256 varchar(64) not null,
  primary key (plan, intake, position)
);

create table if not exists intake_line (
  plan varchar(36) not null,
  intake varchar(36) not null,
  position int not null,
  line varchar(36) not null,
  before varchar(36) not null,
  after varchar(36) not null,
  primary key (plan, intake, position)
);
