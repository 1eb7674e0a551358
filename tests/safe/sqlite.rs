//! SQLite: objects that hang on others, texts that the next call changes.

mod c {
    cffi_rt::cdef! {
        #![pkg_config("sqlite3")]
        #include <sqlite3.h>

        #define SQLITE_OK ...
        #define SQLITE_ROW ...
        #define SQLITE_DONE ...
        #define SQLITE_ERROR ...
        #define SQLITE_CANTOPEN ...
        #define SQLITE_CONSTRAINT ...
        #define SQLITE_ABORT ...
        #define SQLITE_UTF8 ...
        #define SQLITE_OPEN_READWRITE ...
        #define SQLITE_OPEN_CREATE ...

        unsafe extern "C" {
            typedef _Return_type_success_(return == SQLITE_OK) int sqlite_rc cdef_error_text(sqlite3_errstr);
            struct sqlite3 cdef_destroy(sqlite3_close_v2) cdef_send;
            struct sqlite3_stmt cdef_destroy(sqlite3_finalize);

            const char *__null_terminated cdef_static sqlite3_errstr(int code);
            sqlite_rc sqlite3_open_v2(const char *__null_terminated filename,
                                      _Always_(_Outptr_) sqlite3 *cdef_owned *ppDb, int flags,
                                      const char *__null_terminated _Nullable zVfs)
                _Pre_satisfies_(sqlite3_threadsafe() != 0);
            sqlite_rc sqlite3_close_v2(sqlite3 *cdef_consumed db);
            sqlite_rc sqlite3_finalize(sqlite3_stmt *cdef_consumed s);
            sqlite_rc sqlite3_prepare_v2(sqlite3 *cdef_shared db __lifetimebound,
                                         const char *__counted_by(nByte) zSql, _In_range_(0, 0x7fffffff) int nByte,
                                         _Outptr_ sqlite3_stmt *cdef_owned _Nullable *ppStmt,
                                         _Outptr_ const char *cdef_within(zSql) *pzTail);
            int sqlite3_step(sqlite3_stmt *s)
                _Success_(return == SQLITE_ROW || return == SQLITE_DONE) cdef_error(return);
            int sqlite3_column_int(sqlite3_stmt *cdef_shared s, int iCol);
            const void *_Nullable __sized_by(sqlite3_column_bytes(s, iCol))
                sqlite3_column_blob(sqlite3_stmt *s __lifetimebound, int iCol);
            const char *__null_terminated cdef_transient sqlite3_errmsg(sqlite3 *cdef_shared db);
            sqlite_rc sqlite3_exec(sqlite3 *cdef_shared db, const char *__null_terminated sql,
                int (*_Nullable callback)(void *ctx, int n, char *_Nullable __null_terminated *__counted_by(n) vals,
                                          char *__null_terminated *__counted_by(n) names)
                    cdef_closure(ctx) cdef_scope(call) cdef_on_panic(1),
                void *ctx,
                _Always_(_Outptr_) char *_Nullable __null_terminated cdef_owned_by(sqlite3_free) *errmsg);
            sqlite_rc sqlite3_create_collation_v2(sqlite3 *cdef_shared db, const char *__null_terminated zName,
                int eTextRep, void *pArg,
                int (*xCompare)(void *pArg, int n1, const void *__sized_by(n1) a, int n2, const void *__sized_by(n2) b)
                    cdef_closure(pArg) cdef_scope(until(xDestroy)) cdef_on_panic(0),
                void (*xDestroy)(void *) cdef_destroyer(pArg, on_success));
            static sqlite_rc bind_blob(sqlite3_stmt *s, int i, const void *__sized_by(n) p, int n);
            typedef int (*sqlite3_callback)(void *ctx, int n, char *_Nullable __null_terminated *__counted_by(n) vals,
                                            char *__null_terminated *__counted_by(n) names)
                cdef_closure(ctx) cdef_scope(call) cdef_on_panic(1);
            static sqlite_rc first_column(sqlite3 *cdef_shared db, const char *__null_terminated sql,
                                          sqlite3_callback row, void *ctx) cdef_safe;
            static sqlite_rc bind_static_text(sqlite3_stmt *s, int i,
                                              const char *__counted_by(n) text __lifetime_capture_by(s), int n) cdef_safe;
            const char *__null_terminated _Nullable column_text(sqlite3_stmt *s __lifetimebound, int iCol);
        }

        static sqlite_rc first_column(sqlite3 *db, const char *sql, sqlite3_callback row, void *ctx) {
            return sqlite3_exec(db, sql, row, ctx, 0);
        }

        static const char *column_text(sqlite3_stmt *s, int iCol) {
            return (const char *)sqlite3_column_text(s, iCol);
        }

        static sqlite_rc bind_static_text(sqlite3_stmt *s, int i, const char *text, int n) {
            return sqlite3_bind_text(s, i, text, n, SQLITE_STATIC);
        }

        static sqlite_rc bind_blob(sqlite3_stmt *s, int i, const void *p, int n) {
            return sqlite3_bind_blob(s, i, p, n, SQLITE_TRANSIENT);
        }
    }
}

fn memory() -> cffi_rt::Owned<c::sqlite3> {
    c::sqlite3_open_v2(c":memory:", c::SQLITE_OPEN_READWRITE | c::SQLITE_OPEN_CREATE, None).expect("there is memory")
}

#[test]
fn what_fails_to_open_is_closed() {
    let error = c::sqlite3_open_v2(c"/nonexistent/a.db", c::SQLITE_OPEN_READWRITE, None).expect_err("there is none");
    assert_eq!(error, c::SQLITE_CANTOPEN);
    assert_eq!(error.to_string(), "unable to open database file");
    let flags = c::SQLITE_OPEN_READWRITE | c::SQLITE_OPEN_CREATE;
    assert!(c::sqlite3_open_v2(c"", flags, Some(c"unix")).is_ok(), "a temporary one has no name");
    assert_eq!(c::sqlite3_open_v2(c"", flags, Some(c"no such system")).err(), Some(c::sqlite_rc(c::SQLITE_ERROR)));
}

#[test]
fn a_step_that_fails_is_an_error() {
    let db = memory();
    c::sqlite3_exec(&db, c"CREATE TABLE t(a UNIQUE, b); INSERT INTO t VALUES(1, zeroblob(0))", None)
        .expect("it is SQL");
    let (insert, _) = c::sqlite3_prepare_v2(&db, b"INSERT INTO t(a) VALUES(1)").expect("it is SQL");
    let mut insert = insert.expect("it is not empty");
    let error = c::sqlite3_step(&mut insert).expect_err("it is there already");
    assert_eq!(error.0 & 0xff, c::SQLITE_CONSTRAINT);
    assert_eq!(insert.close().expect_err("it has failed").error().0 & 0xff, c::SQLITE_CONSTRAINT);
    let (select, _) = c::sqlite3_prepare_v2(&db, b"SELECT b FROM t").expect("it is SQL");
    let mut select = select.expect("it is not empty");
    c::sqlite3_step(&mut select).expect("there is a row");
    // No bytes are null to SQLite.
    assert_eq!(c::sqlite3_column_blob(&mut select, 0), None);
}

#[test]
fn a_statement_hangs_on_its_connection() {
    let db = memory();
    let sql = b"SELECT 7, x'0102' ; SELECT 8";
    let (statement, tail) = c::sqlite3_prepare_v2(&db, sql).expect("it is SQL");
    assert_eq!(&sql[tail..], b" SELECT 8");
    let mut statement = statement.expect("it is not empty");
    assert_eq!(c::sqlite3_step(&mut statement), Ok(c::SQLITE_ROW));
    assert_eq!(c::sqlite3_column_int(&statement, 0), 7);
    assert_eq!(c::sqlite3_column_blob(&mut statement, 1), Some(&b"\x01\x02"[..]));
    assert_eq!(c::sqlite3_column_blob(&mut statement, 9), None);
    assert_eq!(c::sqlite3_step(&mut statement), Ok(c::SQLITE_DONE));
    statement.close().expect("it ran");
    let (none, tail) = c::sqlite3_prepare_v2(&db, b"  ").expect("it is no error");
    assert!(none.is_none());
    drop(none);
    assert_eq!(tail, 2);
    assert!(c::sqlite3_prepare_v2(&db, b"").expect("nor is this").0.is_none());
    db.close().expect("nothing hangs on it");
}

#[test]
fn bytes_are_copied_by_c() {
    let db = memory();
    let (statement, _) = c::sqlite3_prepare_v2(&db, b"SELECT ?").expect("it is SQL");
    let mut statement = statement.expect("it is not empty");
    c::bind_blob(&mut statement, 1, &[1, 2, 3]).expect("there is memory");
    assert_eq!(
        c::bind_blob(&mut statement, 2, &[]).map_err(|error| error.to_string()),
        Err("column index out of range".to_owned())
    );
    c::sqlite3_step(&mut statement).expect("it runs");
    assert_eq!(c::sqlite3_column_blob(&mut statement, 0), Some(&[1, 2, 3][..]));
}

#[test]
fn text_that_is_not_copied_outlives_the_statement() {
    let db = memory();
    let text = String::from("kept in place");
    let (statement, _) = c::sqlite3_prepare_v2(&db, b"SELECT ?").expect("it is SQL");
    let mut statement = statement.expect("it is not empty");
    c::bind_static_text(&mut statement, 1, text.as_bytes()).expect("there is such a parameter");
    c::sqlite3_step(&mut statement).expect("it runs");
    assert_eq!(c::column_text(&mut statement, 0).map(|text| text.to_bytes()), Some(text.as_bytes()));
    assert!(c::bind_static_text(&mut statement, 2, b"").is_err());
}

#[test]
fn a_message_is_copied() {
    let db = memory();
    let error = c::sqlite3_prepare_v2(&db, b"SELEKT").expect_err("it is no SQL");
    assert_eq!(error, c::SQLITE_ERROR);
    let message = c::sqlite3_errmsg(&db).expect("there is one");
    assert_eq!(&*message, c"near \"SELEKT\": syntax error");
}

#[test]
fn a_connection_moves_between_threads() {
    let db = memory();
    let message = std::thread::spawn(move || c::sqlite3_errmsg(&db)).join().expect("it does not panic");
    assert_eq!(message.as_deref(), Some(c"not an error"));
}

#[test]
fn rows_come_to_a_closure() {
    let db = memory();
    let mut rows = Vec::new();
    c::sqlite3_exec(
        &db,
        c"SELECT 1 AS a, NULL AS b UNION ALL SELECT 2, 'x'",
        Some(&mut |values, names| {
            let text = |value: &Option<&std::ffi::CStr>| value.map(|text| text.to_string_lossy().into_owned());
            assert_eq!(names, [c"a", c"b"]);
            rows.push(values.iter().map(text).collect::<Vec<_>>());
            // The connection is shared with the closure.
            c::sqlite3_exec(&db, c"SELECT 3", None).expect("it is SQL");
            0
        }),
    )
    .expect("it is SQL");
    let one = vec![Some("1".to_owned()), None];
    assert_eq!(rows, [one, vec![Some("2".to_owned()), Some("x".to_owned())]]);
}

#[test]
fn the_librarys_own_type_of_callbacks_has_words() {
    let db = memory();
    let mut rows = Vec::new();
    let mut row = |values: &[Option<&std::ffi::CStr>], _: &[&std::ffi::CStr]| {
        rows.push(values[0].map(|text| text.to_owned()));
        i32::from(values[0].is_none())
    };
    c::first_column(&db, c"SELECT 1 UNION ALL SELECT 2", &mut row).expect("it is SQL");
    assert_eq!(c::first_column(&db, c"SELECT NULL", &mut row), Err(c::sqlite_rc(c::SQLITE_ABORT)));
    assert_eq!(rows, [Some(c"1".to_owned()), Some(c"2".to_owned()), None]);
}

#[test]
fn a_message_is_a_part_of_the_error() {
    let db = memory();
    let error = c::sqlite3_exec(&db, c"SELEKT", None).expect_err("it is no SQL");
    assert_eq!(error.status, c::SQLITE_ERROR);
    assert_eq!(&*error.errmsg, c"near \"SELEKT\": syntax error");
    let error = c::sqlite3_exec(&db, c"SELECT 1", Some(&mut |_, _| 1)).expect_err("the closure stops it");
    assert_eq!(error.status, c::SQLITE_ABORT);
}

#[test]
fn a_panic_ends_the_query() {
    let db = memory();
    let mut rows = 0;
    let message = crate::panic_of(std::panic::AssertUnwindSafe(|| {
        c::sqlite3_exec(
            &db,
            c"SELECT 1 UNION ALL SELECT 2",
            Some(&mut |_, _| {
                rows += 1;
                panic!("boom")
            }),
        )
    }));
    assert_eq!((message.as_str(), rows), ("boom", 1));
    c::sqlite3_exec(&db, c"SELECT 1", None).expect("the connection is whole");
}

#[test]
fn collations_are_dropped_by_whoever_has_them() {
    let db = memory();
    let drops = std::sync::Arc::new(());
    let (kept, refused) = (drops.clone(), drops.clone());
    c::sqlite3_create_collation_v2(&db, c"backwards", c::SQLITE_UTF8, move |a, b| {
        let _ = &kept;
        b.cmp(a) as i32
    })
    .expect("it is new");
    // SQLite knows no such encoding, and does not call the destroyer.
    let failed = c::sqlite3_create_collation_v2(&db, c"other", 99, move |_, _| {
        let _ = &refused;
        0
    });
    assert!(failed.is_err());
    assert_eq!(std::sync::Arc::strong_count(&drops), 2);
    let mut rows = Vec::new();
    let sql = c"SELECT x FROM (SELECT 'a' AS x UNION ALL SELECT 'b') ORDER BY x COLLATE backwards";
    let mut row = |values: &[Option<&std::ffi::CStr>], _: &[&std::ffi::CStr]| {
        rows.extend(values.iter().flatten().map(|text| text.to_bytes().to_vec()));
        0
    };
    c::sqlite3_exec(&db, sql, Some(&mut row)).expect("it is SQL");
    assert_eq!(rows, [b"b".to_vec(), b"a".to_vec()]);
    db.close().expect("nothing hangs on it");
    assert_eq!(std::sync::Arc::strong_count(&drops), 1);
}

#[test]
fn a_panic_of_a_collation_arrives_behind_the_call() {
    let db = memory();
    c::sqlite3_create_collation_v2(&db, c"never", c::SQLITE_UTF8, |_, _| panic!("not comparable")).expect("it is new");
    let sql = c"SELECT x FROM (SELECT 'a' AS x UNION ALL SELECT 'b') ORDER BY x COLLATE never";
    let message = crate::panic_of(std::panic::AssertUnwindSafe(|| c::sqlite3_exec(&db, sql, None)));
    assert_eq!(message, "not comparable");
}
