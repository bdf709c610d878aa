import { linked, named, ORG, readable, secure, siteScoped } from './policies.ts';

/** Read tables of capability transport: trucks, orders, tours and their stops. A stop is its supplier's row too, a tour is not. */
const tables = `
  create table vehicle_type (
    owner text not null,
    id text not null,
    name text not null,
    capacity jsonb not null,
    count int not null,
    round_trip boolean not null,
    cost_per_tour double precision not null,
    cost_per_km double precision not null,
    cost_per_hour double precision not null,
    cost_per_stop double precision not null,
    co2_per_km_empty_kg double precision not null,
    co2_per_km_full_kg double precision not null,
    driver_hours boolean not null,
    max_stops int,
    max_distance_km double precision,
    skills jsonb not null,
    carrier text,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, id)
  );
  create table transport_order (
    owner text not null,
    id text not null,
    supplier text not null,
    kind text not null,
    site_from text not null,
    site_to text not null,
    deliver_on date not null,
    goods jsonb not null,
    layers int not null,
    packages int,
    pickup_windows jsonb not null,
    delivery_windows jsonb not null,
    loading_minutes double precision not null,
    unloading_minutes double precision not null,
    goods_class text,
    skills jsonb not null,
    refs jsonb not null,
    state text not null,
    tour text,
    confirmed boolean not null,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, id)
  );
  create index transport_order_day on transport_order (owner, deliver_on);
  create table tour (
    owner text not null,
    id text not null,
    carrier text,
    revision int not null,
    day date not null,
    vehicle_type text not null,
    vehicle_name text not null,
    capacity jsonb not null,
    departs_at timestamptz not null,
    arrives_at timestamptz not null,
    stops int not null,
    distance_km double precision not null,
    driving_minutes double precision not null,
    break_minutes double precision not null,
    rest_minutes double precision not null,
    fill jsonb not null,
    co2_kg double precision not null,
    distances jsonb not null,
    state text not null,
    vehicle text,
    problem jsonb,
    longitude double precision,
    latitude double precision,
    position_at timestamptz,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, id)
  );
  create index tour_day on tour (day);
  create table tour_stop (
    owner text not null,
    tour text not null,
    stop text not null,
    carrier text,
    supplier text,
    receiver text,
    day date not null,
    position int not null,
    stops int not null,
    site text not null,
    vehicle_name text not null,
    planned_arrival timestamptz not null,
    planned_start timestamptz not null,
    planned_departure timestamptz not null,
    expected_at timestamptz not null,
    delivered_at timestamptz,
    loads jsonb not null,
    unloads jsonb not null,
    state text not null,
    arrived_at timestamptz,
    served_at timestamptz,
    departed_at timestamptz,
    packages int,
    problem jsonb,
    signed boolean not null,
    photos int not null,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, tour, stop)
  );
  create index tour_stop_day on tour_stop (day, site);
`;

/** The planner's desk: drafts that nobody else sees until they are published, and what a router answered. */
const working = `
  create table transport_plan (
    id text primary key,
    organisation text not null,
    day date not null,
    name text not null,
    state text not null,
    version int not null,
    seed int not null,
    provider text not null,
    distances jsonb not null,
    problem jsonb not null,
    facts jsonb not null,
    tours jsonb not null,
    baseline jsonb not null,
    findings jsonb not null,
    run text,
    created_by text,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    published_at timestamptz
  );
  create index transport_plan_day on transport_plan (organisation, day);
  create table road_distance (
    provider text not null,
    place_from text not null,
    place_to text not null,
    meters double precision not null,
    seconds double precision not null,
    fetched_at timestamptz not null,
    primary key (provider, place_from, place_to)
  );
  create table distance_matrix (
    organisation text not null,
    site_from text not null,
    site_to text not null,
    meters double precision not null,
    seconds double precision not null,
    stored_at timestamptz not null,
    primary key (organisation, site_from, site_to)
  );
`;

/** A driver's link opens one tour with its stops. */
const driven = (tour: string): string => linked(`'tour:' || owner || '/' || ${tour}`);

export const transportTables = `
  ${tables}
  ${working}
  ${['vehicle_type', 'transport_order', 'tour', 'tour_stop', 'transport_plan', 'road_distance', 'distance_matrix'].map(secure).join('')}
  ${['vehicle_type', 'transport_order'].map((t) => readable(t, named)).join('')}
  ${readable('tour', `${named} or ${driven('id')}`)}
  ${readable('tour_stop', `${named} or ${driven('tour')}`)}
  ${['transport_plan', 'distance_matrix'].map((t) => readable(t, `organisation = ${ORG}`, 'own')).join('')}
  ${siteScoped('transport_order', 'site_from', 'site_to')}
  ${siteScoped('tour_stop', 'site')}
`;
