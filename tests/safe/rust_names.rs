//! SQLite and libgit2 by Rust's conventions: objects have methods, and C's names find them.

use std::ffi::CString;

mod sqlite {
    cffi_rt::cdef! {
        #![pkg_config("sqlite3")]
        #![names(rust)]
        #![prefix(sqlite3_, SQLITE_)]
        #include <sqlite3.h>

        #define SQLITE_OK ...
        #define SQLITE_ROW ...
        #define SQLITE_DONE ...
        #define SQLITE_CANTOPEN ...
        #define SQLITE_CONSTRAINT ...
        #define SQLITE_OPEN_READWRITE ...
        #define SQLITE_OPEN_CREATE ...

        unsafe extern "C" {
            typedef _Return_type_success_(return == SQLITE_OK) int sqlite_rc cdef_error_text(sqlite3_errstr) cdef_name(Status);
            struct sqlite3 cdef_destroy(sqlite3_close_v2) cdef_send cdef_name(Connection);
            struct sqlite3_stmt cdef_destroy(sqlite3_finalize) cdef_name(Statement);

            const char *__null_terminated cdef_static _Nonnull sqlite3_errstr(int code) cdef_safe;
            const char *__null_terminated cdef_static _Nonnull sqlite3_libversion(void) cdef_safe;
            /** Opens a database, or makes one. */
            sqlite_rc sqlite3_open_v2(const char *__null_terminated filename,
                                           _Always_(_Outptr_) sqlite3 *cdef_owned *ppDb, int flags,
                                           const char *__null_terminated _Nullable zVfs)
                _Pre_satisfies_(sqlite3_threadsafe() != 0) cdef_safe;
            sqlite_rc sqlite3_close_v2(sqlite3 *cdef_consumed db) cdef_safe;
            sqlite_rc sqlite3_finalize(sqlite3_stmt *cdef_consumed s) cdef_safe;
            sqlite_rc sqlite3_prepare_v2(sqlite3 *cdef_shared db __lifetimebound,
                                              const char *__counted_by(nByte) zSql, _In_range_(0, 0x7fffffff) int nByte,
                                              _Outptr_ sqlite3_stmt *cdef_owned _Nullable *ppStmt,
                                              _Outptr_ const char *cdef_within(zSql) *pzTail) cdef_safe;
            int sqlite3_step(sqlite3_stmt *s)
                _Success_(return == SQLITE_ROW || return == SQLITE_DONE) cdef_error(return) cdef_safe;
            sqlite_rc sqlite3_reset(sqlite3_stmt *s) cdef_safe;
            int sqlite3_column_count(sqlite3_stmt *cdef_shared s) cdef_safe;
            long long sqlite3_column_int64(sqlite3_stmt *cdef_shared s, int iCol) cdef_safe;
            const void *_Nullable __sized_by(sqlite3_column_bytes(s, iCol))
                sqlite3_column_blob(sqlite3_stmt *s __lifetimebound, int iCol) cdef_safe;
            const char *__null_terminated cdef_transient sqlite3_errmsg(sqlite3 *cdef_shared db) cdef_safe;
            sqlite_rc sqlite3_exec(sqlite3 *cdef_shared db, const char *__null_terminated sql,
                int (*_Nullable callback)(void *ctx, int n, char *_Nullable __null_terminated *__counted_by(n) vals,
                                          char *__null_terminated *__counted_by(n) names)
                    cdef_closure(ctx) cdef_scope(call) cdef_on_panic(1),
                void *ctx,
                _Always_(_Outptr_) char *_Nullable __null_terminated cdef_owned_by(sqlite3_free) *errmsg) cdef_safe;
            static sqlite_rc bind_text_static(sqlite3_stmt *s, int i,
                const char *__counted_by(n) text __lifetime_capture_by(s), int n) cdef_safe;
        }

        static sqlite_rc bind_text_static(sqlite3_stmt *s, int i, const char *text, int n) {
            return sqlite3_bind_text(s, i, text, n, SQLITE_STATIC);
        }
    }
}

use sqlite::{Connection, Statement};

fn memory() -> cffi_rt::Owned<Connection> {
    let flags = sqlite::SQLITE_OPEN_READWRITE | sqlite::SQLITE_OPEN_CREATE;
    Connection::open_v2(c":memory:", flags, None).expect("there is memory")
}

#[test]
fn a_connection_has_methods() {
    let db = memory();
    db.exec(c"CREATE TABLE t(a UNIQUE)", None).expect("it is SQL");
    let (statement, rest) = db.prepare_v2(b"INSERT INTO t VALUES(?)").expect("it is SQL");
    assert_eq!(rest, 23);
    let text = String::from("kept");
    let mut insert = statement.expect("it is not empty");
    insert.bind_text_static(1, text.as_bytes()).expect("there is such a parameter");
    assert_eq!(insert.step(), Ok(sqlite::SQLITE_DONE));
    insert.reset().expect("it ran");
    // The same once more.
    let error = insert.step().expect_err("it is not unique");
    assert_eq!(error.0 & 0xff, sqlite::SQLITE_CONSTRAINT);
    assert!(db.errmsg().is_some_and(|text| text.to_string_lossy().contains("UNIQUE")));
    drop(insert);

    let (statement, _) = db.prepare_v2(b"SELECT a, x'', 1 << 40 FROM t").expect("it is SQL");
    let mut select: cffi_rt::Owned<Statement<'_>> = statement.expect("it is not empty");
    assert_eq!(select.step(), Ok(sqlite::SQLITE_ROW));
    assert_eq!((select.column_count(), select.column_int64(2)), (3, 1 << 40));
    assert_eq!(select.column_blob(0), Some(&b"kept"[..]));
    // SQLite has no bytes for none.
    assert_eq!(select.column_blob(1), None);
    assert_eq!(select.step(), Ok(sqlite::SQLITE_DONE));
}

#[test]
fn an_error_of_a_connection_is_its_status() {
    let error =
        Connection::open_v2(c"/nonexistent/a.db", sqlite::SQLITE_OPEN_READWRITE, None).expect_err("there is none");
    assert_eq!(
        (error, error.to_string()),
        (sqlite::Status(sqlite::SQLITE_CANTOPEN), "unable to open database file".to_owned())
    );
    let flags = sqlite::SQLITE_OPEN_READWRITE | sqlite::SQLITE_OPEN_CREATE;
    let error = Connection::open_v2(c":memory:", flags, Some(c"no such")).expect_err("there is no such system");
    assert_eq!(error.to_string(), "SQL logic error");
    assert_eq!(sqlite::errstr(sqlite::SQLITE_OK), c"not an error");
    assert!(sqlite::libversion().to_bytes().starts_with(b"3."));
    let error = memory().exec(c"SELEKT", None).expect_err("it is no SQL");
    assert_eq!(&*error.errmsg, c"near \"SELEKT\": syntax error");
}

mod git {
    cffi_rt::cdef! {
        #![pkg_config("libgit2")]
        #![names(rust)]
        #![prefix(git_, GIT_)]
        #include <git2.h>

        #define GIT_ENOTFOUND ...
        typedef enum { GIT_OBJECT_COMMIT = ..., GIT_OBJECT_TREE = ..., GIT_OBJECT_BLOB = ..., ... } git_object_t;
        typedef enum { GIT_TREEWALK_PRE = ..., ... } git_treewalk_mode;

        unsafe extern "C" {
            typedef _Return_type_success_(return == 0) int git_status_code cdef_error(return, message = last_message());
            struct git_repository cdef_destroy(git_repository_free);
            struct git_blob cdef_destroy(git_blob_free);
            struct git_tree cdef_destroy(git_tree_free);
            struct git_object cdef_destroy(git_object_free);

            int git_libgit2_init(void) _Success_(return > 0) cdef_provides(git2) cdef_safe;
            git_status_code git_repository_open(_Outptr_ git_repository *cdef_owned *out,
                                                const char *__null_terminated path) cdef_requires(git2) cdef_safe;
            int git_repository_is_bare(const git_repository *repo) cdef_safe;
            git_status_code git_revparse_single(_Outptr_ git_object *cdef_owned *out,
                                                git_repository *cdef_shared repo __lifetimebound,
                                                const char *__null_terminated spec) cdef_safe;
            git_object_t git_object_type(const git_object *obj) cdef_safe;
            static git_status_code git_blob_of(_Outptr_ git_blob *cdef_owned *out,
                                               git_repository *cdef_shared repo __lifetimebound,
                                               const git_object *object) cdef_safe;
            static git_status_code git_tree_of(_Outptr_ git_tree *cdef_owned *out,
                                               git_repository *cdef_shared repo __lifetimebound,
                                               const git_object *object) cdef_safe;
            const void *__sized_by(git_blob_rawsize(blob)) git_blob_rawcontent(const git_blob *blob __lifetimebound)
                cdef_safe;
            size_t git_tree_entrycount(const git_tree *tree) cdef_safe;
            struct git_tree_entry cdef_opaque;
            const git_tree_entry *git_tree_entry_byindex(const git_tree *tree __lifetimebound, size_t idx) cdef_safe;
            const char *__null_terminated _Nonnull git_tree_entry_name(const git_tree_entry *entry __lifetimebound)
                cdef_safe;
            git_status_code git_tree_walk(const git_tree *tree, git_treewalk_mode mode,
                int (*callback)(const char *__null_terminated root, const git_tree_entry *entry, void *payload)
                    cdef_closure(payload) cdef_scope(call) cdef_on_panic(-1),
                void *payload) cdef_safe;
        }

        static const char *last_message(void) {
            const git_error *error = git_error_last();
            return error ? error->message : "";
        }

        static git_status_code git_blob_of(git_blob **out, git_repository *repo, const git_object *object) {
            return git_blob_lookup(out, repo, git_object_id(object));
        }

        static git_status_code git_tree_of(git_tree **out, git_repository *repo, const git_object *object) {
            return git_tree_lookup(out, repo, git_object_id(object));
        }
    }
}

use git::Repository;

#[test]
fn a_repository_has_methods() {
    let folder = crate::git2::repository();
    let path = CString::new(folder.to_str().expect("it is text")).expect("it has no NUL");
    let repository = Repository::open(&path).expect("it is one");
    assert_eq!(repository.is_bare(), 0);
    let object = repository.revparse_single(c"HEAD:full").expect("it is there");
    assert_eq!(object.r#type(), git::GIT_OBJECT_BLOB);
    let blob = repository.blob_of(&object).expect("it is a file");
    assert_eq!(blob.rawcontent(), b"full\n");
    // What is no file is none.
    let tree = repository.revparse_single(c"HEAD^{tree}").expect("it is there");
    let error = repository.blob_of(&tree).expect_err("it is a folder");
    assert_eq!(error.status.0, git::GIT_ENOTFOUND);
    let tree = repository.tree_of(&tree).expect("it is a folder");
    assert_eq!(tree.entrycount(), 2);
    let first = tree.entry_byindex(0).expect("it has two");
    assert_eq!(first.name(), c"empty");
    assert!(tree.entry_byindex(2).is_none());
    std::fs::remove_dir_all(&folder).expect("it is ours");
}

#[test]
fn a_walk_gives_entries_to_a_closure() {
    let folder = crate::git2::repository();
    let path = CString::new(folder.to_str().expect("it is text")).expect("it has no NUL");
    let repository = Repository::open(&path).expect("it is one");
    let object = repository.revparse_single(c"HEAD^{tree}").expect("it is there");
    let tree = repository.tree_of(&object).expect("it is a folder");
    let mut names = Vec::new();
    let visit = |root: &std::ffi::CStr, entry: &git::TreeEntry| {
        assert_eq!(root, c"");
        names.push(entry.name().to_owned());
        0
    };
    tree.walk(git::GIT_TREEWALK_PRE, visit).expect("it goes to the end");
    assert_eq!(names, [c"empty".to_owned(), c"full".to_owned()]);
    let error = tree.walk(git::GIT_TREEWALK_PRE, |_, _| -7).expect_err("the closure stops it");
    assert_eq!(error.status.0, -7);
    let message = crate::panic_of(std::panic::AssertUnwindSafe(|| {
        tree.walk(git::GIT_TREEWALK_PRE, |_, _| panic!("lost")).is_ok()
    }));
    assert_eq!(message, "lost");
    std::fs::remove_dir_all(&folder).expect("it is ours");
}
